package rw.ishemalink.simulators.ebm;

/** A request the device refuses with a result code; HTTP stays 200. */
public final class EbmRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ResultCode code;

    public EbmRefusal(ResultCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public EbmRefusal(ResultCode code) {
        this(code, "");
    }

    public static EbmRefusal parameter(String detail) {
        return new EbmRefusal(ResultCode.PARAMETER, detail);
    }

    public ResultCode code() {
        return code;
    }
}
