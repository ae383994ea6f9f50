using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Connect;

/// <summary>The question before disconnecting, for browsers without dialogs.</summary>
[Access(Access.Tenant)]
public sealed class DisconnectModel : AppPage;
