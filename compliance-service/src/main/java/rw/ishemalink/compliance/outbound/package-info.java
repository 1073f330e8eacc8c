/** JSON over HTTP to outside systems. Invariant: every call ends within its timeout, and no reply means unknown. */
@NullMarked
package rw.ishemalink.compliance.outbound;

import org.jspecify.annotations.NullMarked;
