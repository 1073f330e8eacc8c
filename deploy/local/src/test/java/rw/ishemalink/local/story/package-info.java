/** The story's people against a suite that answers as told. */
@NullMarked
package rw.ishemalink.local.story;

import org.jspecify.annotations.NullMarked;
