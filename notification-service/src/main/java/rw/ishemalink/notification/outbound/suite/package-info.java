/** The suite by HTTP: a token as the person who dials, and the API behind the door with it. */
@NullMarked
package rw.ishemalink.notification.outbound.suite;

import org.jspecify.annotations.NullMarked;
