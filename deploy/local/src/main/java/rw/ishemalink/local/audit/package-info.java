/** Checks a copy of the audit trail by docs/audit.md alone. Invariant: it shares no code with the service that wrote it. */
@NullMarked
package rw.ishemalink.local.audit;

import org.jspecify.annotations.NullMarked;
