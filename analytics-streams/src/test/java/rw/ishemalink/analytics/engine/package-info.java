/** What the engine says of itself. */
@NullMarked
package rw.ishemalink.analytics.engine;

import org.jspecify.annotations.NullMarked;
