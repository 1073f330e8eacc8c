/** Tests. */
@NullMarked
package rw.ishemalink.backup.program;

import org.jspecify.annotations.NullMarked;
