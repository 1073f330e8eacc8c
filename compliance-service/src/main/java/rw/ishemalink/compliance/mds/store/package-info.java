/** What the regulator's view is made of. Invariant: writing an event twice, or late, changes nothing. */
@NullMarked
package rw.ishemalink.compliance.mds.store;

import org.jspecify.annotations.NullMarked;
