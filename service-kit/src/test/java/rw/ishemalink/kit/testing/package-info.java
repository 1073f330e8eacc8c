/** What every service's tests need the same way: real parts, tokens, events of other services, architecture rules. */
@NullMarked
package rw.ishemalink.kit.testing;

import org.jspecify.annotations.NullMarked;
