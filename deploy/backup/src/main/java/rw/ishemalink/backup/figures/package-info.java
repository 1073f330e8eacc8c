/** What Prometheus asks the archive, in its text format. */
@NullMarked
package rw.ishemalink.backup.figures;

import org.jspecify.annotations.NullMarked;
