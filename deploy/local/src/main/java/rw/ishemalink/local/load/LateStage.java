package rw.ishemalink.local.load;

/** Phones come back after six hours. */
final class LateStage {

    LateStage(PositionRun run) {}

    void measure() {}
}
