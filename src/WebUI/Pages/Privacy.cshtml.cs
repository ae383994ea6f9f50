using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages;

[Access(Access.Public)]
public sealed class PrivacyModel : AppPage;
