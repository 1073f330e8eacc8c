/** Tests. */
@NullMarked
package rw.ishemalink.backup.seal;

import org.jspecify.annotations.NullMarked;
