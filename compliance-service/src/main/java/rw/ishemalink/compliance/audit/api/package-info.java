/** REST: the audit trail, for those who check. Invariant: nobody sees another tenant's trail. */
@NullMarked
package rw.ishemalink.compliance.audit.api;

import org.jspecify.annotations.NullMarked;
