/** Tests. */
@NullMarked
package rw.ishemalink.backup.base;

import org.jspecify.annotations.NullMarked;
