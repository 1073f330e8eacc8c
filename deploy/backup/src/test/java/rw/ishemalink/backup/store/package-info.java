/** Tests. */
@NullMarked
package rw.ishemalink.backup.store;

import org.jspecify.annotations.NullMarked;
