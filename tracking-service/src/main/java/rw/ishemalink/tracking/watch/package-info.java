/** What the positions of a trip show. Detectors are pure; the state of a trip and its events commit together, so a position that comes twice shows nothing new. */
@NullMarked
package rw.ishemalink.tracking.watch;

import org.jspecify.annotations.NullMarked;
