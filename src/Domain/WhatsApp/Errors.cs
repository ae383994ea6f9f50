using WaSaas.Domain.Common;

namespace WaSaas.Domain.WhatsApp;

public static class SessionErrors
{
    public static readonly Error AlreadyLinked = new("already_linked", "This number is linked already. Disconnect it first.");

    public static readonly Error WarningNotAccepted =
        new("warning_not_accepted", "The warning about linking must be read and ticked first.");

    public static readonly Error EmailNotConfirmed =
        new("email_not_confirmed", "Confirm your e-mail address before you link a real number.");

    public static readonly Error PhoneInvalid =
        new("phone_invalid", "Write the number with its country code, for example +228 90 12 34 56.");

    public static Error NumberLimit(int limit) => new("number_limit", $"This plan holds {limit} linked numbers.", limit);
}
