/** Positions over REST. */
@NullMarked
package rw.ishemalink.tracking.position.api;

import org.jspecify.annotations.NullMarked;
