/** Licences as the transport authority's register knows them. Invariant: no answer is never taken for a yes. */
@NullMarked
package rw.ishemalink.compliance.licence;

import org.jspecify.annotations.NullMarked;
