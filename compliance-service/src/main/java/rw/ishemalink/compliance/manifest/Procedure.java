package rw.ishemalink.compliance.manifest;

import org.jspecify.annotations.Nullable;

/** The regimes of export seen on Rwanda's single window. How they are split over the declaration's two fields is our reading. */
public enum Procedure {
    /** General export. */
    EX1("1"),
    /** Simplified export. */
    EXS1("S1");

    private final String generalProcedure;

    Procedure(String generalProcedure) {
        this.generalProcedure = generalProcedure;
    }

    /** Declaration_gen_procedure_code; Type_of_declaration is EX for both. */
    String generalProcedure() {
        return generalProcedure;
    }

    /** Simplified up to that declared value; general above it and where nothing was declared. */
    static Procedure of(@Nullable Long declaredRwf, long simplifiedUpToRwf) {
        return declaredRwf != null && declaredRwf <= simplifiedUpToRwf ? EXS1 : EX1;
    }
}
