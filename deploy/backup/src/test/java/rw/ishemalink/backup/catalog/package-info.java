/** Tests. */
@NullMarked
package rw.ishemalink.backup.catalog;

import org.jspecify.annotations.NullMarked;
