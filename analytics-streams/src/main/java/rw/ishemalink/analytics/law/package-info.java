/** The stream checker of the law of dispatch (docs/audit.md). Invariants: what is late is never an alarm, and one booking breaks a rule at most once. */
@NullMarked
package rw.ishemalink.analytics.law;

import org.jspecify.annotations.NullMarked;
