/** The archive as a program: it streams the log, and takes, verifies and prunes backups by the clock. */
@NullMarked
package rw.ishemalink.backup.nightly;

import org.jspecify.annotations.NullMarked;
