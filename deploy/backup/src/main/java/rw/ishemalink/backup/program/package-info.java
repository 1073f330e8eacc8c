/** The program of the image {@code ishemalink/backup}: the archive, the way back by hand, and the keys for both. */
@NullMarked
package rw.ishemalink.backup.program;

import org.jspecify.annotations.NullMarked;
