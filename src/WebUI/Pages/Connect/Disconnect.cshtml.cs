using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Connect;

/// <summary>The question before disconnecting, for browsers without dialogs.</summary>
[Access(Access.TenantOwner)]
public sealed class DisconnectModel : AppPage;
