/** Words that people send by SMS and that ask for something. Invariant: a booking is told of to its own people only. */
@NullMarked
package rw.ishemalink.notification.keyword;

import org.jspecify.annotations.NullMarked;
