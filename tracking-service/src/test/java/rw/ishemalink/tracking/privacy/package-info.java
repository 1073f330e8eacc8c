/** Tests of what the law gives people. Invariant: the database is looked at, not what is said of it. */
@NullMarked
package rw.ishemalink.tracking.privacy;

import org.jspecify.annotations.NullMarked;
