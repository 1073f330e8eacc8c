/** SQL of the trail. Invariant: every search has an index. */
@NullMarked
package rw.ishemalink.compliance.audit.store;

import org.jspecify.annotations.NullMarked;
