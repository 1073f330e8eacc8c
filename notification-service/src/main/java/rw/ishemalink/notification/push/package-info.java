/** The same notes for the app, as they are written. Invariant: any instance serves anyone; a note is shown once all that was begun before it is over, so none is passed over. */
@NullMarked
package rw.ishemalink.notification.push;

import org.jspecify.annotations.NullMarked;
