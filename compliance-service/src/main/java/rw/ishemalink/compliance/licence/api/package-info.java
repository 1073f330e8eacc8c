/** REST: the register and the flags. Invariant: who may not see a licence gets the same 404 as for one that does not exist. */
@NullMarked
package rw.ishemalink.compliance.licence.api;

import org.jspecify.annotations.NullMarked;
