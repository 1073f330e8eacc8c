/** Monthly reports for BNR, MINICOM and RURA: one model, three writers. Invariant: a report names no person, and one that was given out of a finished month is never changed. */
@NullMarked
package rw.ishemalink.compliance.report;

import org.jspecify.annotations.NullMarked;
