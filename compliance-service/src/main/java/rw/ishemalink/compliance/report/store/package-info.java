/** What the reports count, and the reports that were given out, in the database. Invariant: each table of a report is one query. */
@NullMarked
package rw.ishemalink.compliance.report.store;

import org.jspecify.annotations.NullMarked;
