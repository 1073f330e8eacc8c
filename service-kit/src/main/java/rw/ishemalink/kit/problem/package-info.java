/** Answers to what went wrong: RFC 9457 problem details in the caller's language, without a stack trace or personal data. */
@NullMarked
package rw.ishemalink.kit.problem;

import org.jspecify.annotations.NullMarked;
