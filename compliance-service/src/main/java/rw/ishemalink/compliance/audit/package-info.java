/** The audit trail: every event of every topic, chained (docs/audit.md). Invariant: entries are only ever added, and hold no name and no number of a person. */
@NullMarked
package rw.ishemalink.compliance.audit;

import org.jspecify.annotations.NullMarked;
