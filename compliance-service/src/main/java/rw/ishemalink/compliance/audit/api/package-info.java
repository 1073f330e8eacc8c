/** REST: the audit trail, for those who check, and for people what was seen of theirs. Invariant: nobody sees another tenant's trail, and looking leaves a trace. */
@NullMarked
package rw.ishemalink.compliance.audit.api;

import org.jspecify.annotations.NullMarked;
