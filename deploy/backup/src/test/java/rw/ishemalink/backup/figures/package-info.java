/** Tests. */
@NullMarked
package rw.ishemalink.backup.figures;

import org.jspecify.annotations.NullMarked;
