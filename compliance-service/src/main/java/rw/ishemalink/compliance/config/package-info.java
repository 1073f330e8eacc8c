/** What an operator can set. Invariant: every value is typed, documented and has a default that suits a local stack; secrets that sign have none. */
@NullMarked
package rw.ishemalink.compliance.config;

import org.jspecify.annotations.NullMarked;
