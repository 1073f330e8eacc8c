package rw.ishemalink.analytics.query;

import rw.ishemalink.kit.problem.ProblemException;

/** Asks all instances on somebody's behalf. */
public interface Asking {

    /**
     * The answer, without the partitions that stayed away until patience ended.
     *
     * @throws ProblemException 503 when no partition answered
     */
    <T> Answer<T> ask(Question<T> question);

    /** The cells, added up; as {@link #ask}. */
    default CellAnswer cells(Question<CellRow> question) {
        return CellAnswer.of(ask(question));
    }
}
