/** What the door itself answers. */
@NullMarked
package rw.ishemalink.gateway.answer;

import org.jspecify.annotations.NullMarked;
