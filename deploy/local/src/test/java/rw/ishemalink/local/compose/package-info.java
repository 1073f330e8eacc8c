/** What the files in deploy/compose must say, read as an engine reads them. */
@NullMarked
package rw.ishemalink.local.compose;

import org.jspecify.annotations.NullMarked;
