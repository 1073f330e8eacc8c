/** Who is asking, in which role, for which tenant. Invariant: tenant and person come from the verified token only. */
@NullMarked
package rw.ishemalink.kit.caller;

import org.jspecify.annotations.NullMarked;
