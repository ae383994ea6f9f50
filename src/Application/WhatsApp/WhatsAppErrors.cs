using WaSaas.Domain.Common;

namespace WaSaas.Application.WhatsApp;

public static class WhatsAppErrors
{
    public static readonly Error NotLinked = new("not_linked", "No number is linked here. Connect one first.");
}
