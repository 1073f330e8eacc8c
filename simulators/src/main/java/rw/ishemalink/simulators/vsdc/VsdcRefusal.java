package rw.ishemalink.simulators.vsdc;

/** A request the device refuses with a result code; HTTP stays 200. */
public final class VsdcRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ResultCode code;

    VsdcRefusal(ResultCode code, String detail) {
        super(detail);
        this.code = code;
    }

    VsdcRefusal(ResultCode code) {
        this(code, "");
    }

    static VsdcRefusal parameter(String detail) {
        return new VsdcRefusal(ResultCode.PARAMETER, detail);
    }

    public ResultCode code() {
        return code;
    }
}
