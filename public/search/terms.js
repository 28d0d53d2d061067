collateSearch("terms",{"entries":245,"shown":10,"starts":["","#16","143","alp","camps","de","fili","indi","men","others","rem","spec","totals"],"version":"13ihmel"})
