package rw.ishemalink.tracking.position.api;

import java.util.List;
import rw.ishemalink.tracking.position.Judgement;
import rw.ishemalink.tracking.position.Judgement.Refusal;

/** How many fixes were taken, and which were not. */
public record Taken(int accepted, List<Refusal> rejected) {

    static Taken of(Judgement judgement) {
        return new Taken(judgement.positions().size(), judgement.refused());
    }
}
