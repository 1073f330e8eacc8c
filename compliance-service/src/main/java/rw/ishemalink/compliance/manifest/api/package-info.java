/** REST: the customs manifest of an export. Invariant: who may not see the booking gets the same 404 as for one that does not exist. */
@NullMarked
package rw.ishemalink.compliance.manifest.api;

import org.jspecify.annotations.NullMarked;
