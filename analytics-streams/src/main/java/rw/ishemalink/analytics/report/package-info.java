/** Reports: one model made of cells, three writers. Invariant: all three say the same figures, and an incomplete answer is said on the report. */
@NullMarked
package rw.ishemalink.analytics.report;

import org.jspecify.annotations.NullMarked;
