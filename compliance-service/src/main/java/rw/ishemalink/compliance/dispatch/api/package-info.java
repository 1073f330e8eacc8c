/** REST: the dispatch decisions about a booking. Invariant: who may not see the booking gets the same 404 as for one that does not exist. */
@NullMarked
package rw.ishemalink.compliance.dispatch.api;

import org.jspecify.annotations.NullMarked;
